CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO x
inputs {"a":"x","b":"lain"}
labels {"l":"satu"}
variables {"v":"isi"}
