CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t1/t2: CREATED RUNNING SUCCESS
t1/t2/t3: CREATED SUBMITTED RUNNING SUCCESS
  INFO kata acak-008
t1/t4: CREATED RUNNING SUCCESS
  outputs {"defaults":true,"value":"z"}
t1/t4/t10: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"kata acak-008"}
  DEBUG kata acak-008
t11: CREATED RUNNING SUCCESS
  outputs {"defaults":false,"value":"b"}
t11/t13: CREATED RUNNING SUCCESS
  outputs {"defaults":false,"value":"b"}
t11/t13/t15: CREATED RUNNING SUCCESS
t11/t13/t16: CREATED RUNNING SUCCESS
t24: CREATED RUNNING SUCCESS
outputs {"o0":"tanpa induk"}
labels {"asal":"ltiada dua acak"}
variables {"daftar":[1,"dua"],"isi":"tiada"}
