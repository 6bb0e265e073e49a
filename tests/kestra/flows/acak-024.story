CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
  outputs {"evaluationResult":true}
t1/t2: CREATED RUNNING SUCCESS
t4: CREATED RUNNING SUCCESS
t4/t5: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"SUCCESS"}
  DEBUG SUCCESS
t4/t6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"SUCCESS","y":[1,"acak-024"]}}
t7: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"kata acak-024 dua acak","y":[1,"acak-024"]}}
outputs {"o0":"kata acak-024 dua acak"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"kata acak-024"}
