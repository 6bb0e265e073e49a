CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED SUBMITTED RUNNING SUCCESS
  INFO kata acak-039
t3: CREATED RUNNING SUCCESS
t4: CREATED RUNNING SUCCESS
t5: CREATED RUNNING SUCCESS
t5/t6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"SUCCESS"}
  DEBUG SUCCESS
t10: CREATED FAILED
  attempts none
  ERROR Failed to evaluate the runIf condition for task t10. Cause: Unable to find `tiada` used in the expression `{{ tiada.ada }}` at line 1
outputs {"o0":"tanpa 0","o1":"kata acak-039"}
labels {"asal":"lkata acak-039"}
variables {"daftar":[1,"dua"],"isi":"kata acak-039"}
