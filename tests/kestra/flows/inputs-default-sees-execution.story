CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO CREATED true true
inputs {"a":"CREATED true true","b":"lain"}
labels {"l":"satu"}
variables {"v":"isi"}
