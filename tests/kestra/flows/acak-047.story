CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t2: CREATED RUNNING SUCCESS
t2/t3: CREATED RUNNING SUCCESS
  outputs {"defaults":false,"value":"a"}
t2/t3/t4: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"values":{"x":"tanpa 0","y":[1,"acak-047"]}}
t12: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"values":{"x":"tanpa 0","y":[1,"acak-047"]}}
outputs {"o0":"tiada"}
labels {"asal":"ltanpa 0"}
variables {"daftar":[1,"dua"],"isi":"v"}
