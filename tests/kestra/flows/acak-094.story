CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
outputs {"o0":"tanpa induk"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"kata acak-094"}
