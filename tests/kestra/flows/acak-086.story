CREATED RUNNING FAILED
t1: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
  ERROR Fail on a condition
t10: CREATED RUNNING SUCCESS
  outputs {"defaults":false,"value":"b"}
t10/t18: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"v dua acak"}
  DEBUG v dua acak
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
