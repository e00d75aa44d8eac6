import { startEarly } from "./early.js";

startEarly();
