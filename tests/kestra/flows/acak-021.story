CREATED RUNNING SUCCESS
t1: CREATED RUNNING SUCCESS
t2: CREATED RUNNING SUCCESS
t7: CREATED SKIPPED
  attempts CREATED SKIPPED
labels {"asal":"lkata acak-021"}
variables {"daftar":[1,"dua"],"isi":"v dua lkata acak-021"}
