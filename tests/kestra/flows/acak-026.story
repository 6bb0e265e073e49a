CREATED RUNNING FAILED
t1: CREATED FAILED
  attempts FAILED
  ERROR#1 Unable to find `tiada` used in the expression `{{ tiada.ada }}` at line 1
t7: CREATED SKIPPED
  attempts CREATED SKIPPED
t8: CREATED RUNNING SUCCESS
  outputs {"defaults":true,"value":"z"}
t8/t18: CREATED SUBMITTED RUNNING SUCCESS
  INFO tiada
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
