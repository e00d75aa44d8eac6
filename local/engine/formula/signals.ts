/** Formulas nest too deep for the call stack: the rest is done from the explicit one. */
export class DepthReached {
  readonly calculatorSignal = true;
}

/** A formula tried only for its spill turned out to depend on one under way: put it off. */
export class SpeculationFailed {
  readonly calculatorSignal = true;
  constructor(readonly position: number) {}
}
