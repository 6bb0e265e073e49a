CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"v dua acak","y":[1,"acak-073"]}}
t10: CREATED RUNNING WARNING
t10/t11: CREATED FAILED
  attempts none
  ERROR Failed to evaluate the runIf condition for task t11. Cause: Unable to find `tiada` used in the expression `{{ tiada.ada }}` at line 1
t10/t12: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
  ERROR Fail on a condition
outputs {"o0":"kata acak-073"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
