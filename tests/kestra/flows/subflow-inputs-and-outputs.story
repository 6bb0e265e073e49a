CREATED RUNNING SUCCESS
s: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","outputs":{"i":3,"o":"3"},"state":"SUCCESS"}
  INFO Created new execution [[link execution="#" flowId="subflow-inputs-and-outputs-child" namespace="uji.subflow-inputs-and-outputs"]]
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO 3 4 SUCCESS true
