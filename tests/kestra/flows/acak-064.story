CREATED RUNNING SUCCESS
t1: CREATED SUBMITTED RUNNING SUCCESS
  INFO sendiri
t2: CREATED RUNNING SUCCESS
t2/t3: CREATED RUNNING SUCCESS
t2/t3/t4: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"kata acak-064"}
  DEBUG kata acak-064
t2/t3/t5: CREATED SUBMITTED RUNNING SUCCESS
  INFO {}
t2/t6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"v dua acak"}
  DEBUG v dua acak
t7: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":false}
t7/t9: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"{\"value\":\"v dua acak\"}"}
  DEBUG {"value":"v dua acak"}
outputs {"o0":"tanpa 0"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"v"}
