CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t2: CREATED SUBMITTED RUNNING SUCCESS
  INFO kata acak-150
t3: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
t7: CREATED FAILED
  attempts none
  ERROR Failed to evaluate the runIf condition for task t7. Cause: Unable to find `tiada` used in the expression `{{ tiada.ada }}` at line 1
outputs {"o0":"tanpa induk","o1":"tanpa induk"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"tanpa induk"}
