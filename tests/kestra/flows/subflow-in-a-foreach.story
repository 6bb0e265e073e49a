CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/s[x]#0: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","outputs":{"o":"x!"},"state":"SUCCESS"}
  INFO Created new execution [[link execution="#" flowId="subflow-in-a-foreach-child" namespace="uji.subflow-in-a-foreach"]]
l/b[x]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x!"}
  DEBUG x!
l/s[y]#1: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","outputs":{"o":"y!"},"state":"SUCCESS"}
  INFO Created new execution [[link execution="#" flowId="subflow-in-a-foreach-child" namespace="uji.subflow-in-a-foreach"]]
l/b[y]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"y!"}
  DEBUG y!
