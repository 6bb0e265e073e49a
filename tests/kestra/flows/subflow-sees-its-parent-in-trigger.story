CREATED RUNNING SUCCESS
s: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","outputs":{"o":"subflow-sees-its-parent-in-trigger uji.subflow-sees-its-parent-in-trigger true"},"state":"SUCCESS"}
  INFO Created new execution [[link execution="#" flowId="subflow-sees-its-parent-in-trigger-child" namespace="uji.subflow-sees-its-parent-in-trigger"]]
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO subflow-sees-its-parent-in-trigger uji.subflow-sees-its-parent-in-trigger true false
