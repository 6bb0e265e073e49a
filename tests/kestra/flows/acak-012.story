CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t2: CREATED RUNNING SUCCESS
  outputs {"defaults":true,"value":"z"}
t2/t9: CREATED SUBMITTED RUNNING SUCCESS
  INFO SUCCESS
t10: CREATED RUNNING SUCCESS
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"kata acak-012"}
