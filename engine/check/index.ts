/** The door of grading. */
export { type Drivers, grade } from './drive/drive.ts';
export type { CheckResult, Verdict } from './judge/judge.ts';
export { type Lab, LabError, readLab } from './lab.ts';
export { type Proof, prove } from './prove.ts';
