CREATED RUNNING FAILED
a: CREATED FAILED
  attempts none
  ERROR Failed to evaluate the runIf condition for task a. Cause: Unable to find `tidak` used in the expression `{{ tidak.ada }}` at line 1
