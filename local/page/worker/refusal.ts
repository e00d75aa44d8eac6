/** What a person asked for cannot be done: a sentence to show. */
export class Refusal extends Error {}

/** The person was asked and said no: nothing to show. */
export class Declined extends Error {}
