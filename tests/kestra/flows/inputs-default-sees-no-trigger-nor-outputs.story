CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO false false false false
inputs {"a":"false false false false","b":"lain"}
labels {"l":"satu"}
variables {"v":"isi"}
