CREATED RUNNING FAILED
t1: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
t6: CREATED SKIPPED
  attempts CREATED SKIPPED
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
