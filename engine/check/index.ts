/** The door of grading. */
export { grade } from './drive/drive.ts';
export type { Drivers } from './drive/drivers.ts';
export type { CheckResult, Verdict } from './judge/judge.ts';
export { type Lab, LabError, readLab } from './lab.ts';
export { type Proof, prove } from './prove.ts';
