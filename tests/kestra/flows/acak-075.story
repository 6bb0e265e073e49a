CREATED RUNNING FAILED
t1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa induk"}
  DEBUG tanpa induk
t2: CREATED SUBMITTED RUNNING FAILED
  ERROR Assertion `{{ 1 > 2 }}` failed!
  ERROR 1 assertion failed!
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
