CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {} {} {} {}
inputs {"a":"{} {} {} {}","b":"lain"}
labels {"l":"satu"}
variables {"v":"isi"}
