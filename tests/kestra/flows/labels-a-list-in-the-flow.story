CREATED RUNNING SUCCESS
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"a":"1","b":"2","system":{"correlationId":"#"}}
labels {"a":"1","b":"2"}
