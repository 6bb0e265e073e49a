CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  INFO v dua acak
t8: CREATED RUNNING SUCCESS
t8/t9: CREATED SUBMITTED RUNNING SUCCESS
  INFO tanpa induk
outputs {"o0":"{}","o1":"v dua acak"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
