CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa 0"}
  DEBUG tanpa 0
t2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa induk"}
  DEBUG tanpa induk
t8: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
outputs {"o0":"tanpa 0"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
