CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO isi inputs-default-sees-vars-flow-labels true satu
inputs {"a":"isi inputs-default-sees-vars-flow-labels true satu","b":"lain"}
labels {"l":"satu"}
variables {"v":"isi"}
