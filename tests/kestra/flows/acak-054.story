CREATED RUNNING FAILED
t1: CREATED RUNNING SUCCESS
t5: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
  ERROR Fail on a condition
t6: CREATED RUNNING SUCCESS
t6/t7: CREATED SUBMITTED RUNNING SUCCESS
  INFO tiada
t8: CREATED SKIPPED
  attempts CREATED SKIPPED
outputs {"o0":"tanpa 0","o1":"tiada"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
