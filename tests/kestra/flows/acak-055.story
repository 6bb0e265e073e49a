CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t6: CREATED RUNNING FAILED
  outputs {"defaults":false,"value":"a"}
t6/t7: CREATED RUNNING FAILED
  outputs {"defaults":false,"value":"b"}
t6/t7/t12: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
  ERROR Fail on a condition
outputs {"o0":"tanpa 0","o1":"SUCCESS"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"sendiri"}
