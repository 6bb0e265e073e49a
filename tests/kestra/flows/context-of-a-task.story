CREATED RUNNING SUCCESS
s: CREATED RUNNING SUCCESS
s/a: CREATED SUBMITTED RUNNING SUCCESS
  INFO context-of-a-task uji.context-of-a-task true
  INFO a io.kestra.plugin.core.log.Log
  INFO 0 false true true
  INFO true true RUNNING
  INFO false false false true false true
