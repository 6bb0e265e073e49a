CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  INFO sendiri
t3: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"kata acak-096"}
  DEBUG kata acak-096
outputs {"o0":"kata acak-096"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
