CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"tanpa 0"}
  DEBUG tanpa 0
t3: CREATED RUNNING SUCCESS
t4: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"kata acak-032"}
  DEBUG kata acak-032
t5: CREATED RUNNING SUCCESS
t5/t6: CREATED SUBMITTED RUNNING SUCCESS
  INFO tiada
labels {"asal":"lsendiri"}
variables {"daftar":[1,"dua"],"isi":"v dua lsendiri"}
