/** Randomness and ids as a port, so that a test can say what they are. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A fresh id of 22 letters and digits, as Kestra's. */
  id(): string;
}
