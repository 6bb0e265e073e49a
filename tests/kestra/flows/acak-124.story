CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  INFO v dua acak
t8: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"kata acak-124"}
  DEBUG kata acak-124
outputs {"o0":"SUCCESS"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
