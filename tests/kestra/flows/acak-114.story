CREATED RUNNING SUCCESS
t4: CREATED RUNNING SUCCESS
t4/t5: CREATED RUNNING SUCCESS
t4/t5/t6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"v dua acak","y":[1,"acak-114"]}}
t13: CREATED RUNNING SUCCESS
t13/t14: CREATED RUNNING SUCCESS
  INFO kata acak-114
t15: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"v dua acak","y":[1,"acak-114"]}}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
