CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  INFO kata acak-068
t6: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
