CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t2: CREATED RUNNING SUCCESS
t2/t3: CREATED RUNNING SUCCESS
outputs {"o0":"sendiri dua acak"}
labels {"asal":"acak"}
variables {"daftar":[1,"dua"],"isi":"sendiri"}
