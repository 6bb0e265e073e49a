CREATED RUNNING FAILED
t1: CREATED RUNNING FAILED
  outputs {"defaults":true,"value":"z"}
t1/t9: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
  ERROR Fail on a condition
outputs {"o0":"v dua acak"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
