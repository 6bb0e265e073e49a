CREATED RUNNING SUCCESS
s: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","outputs":{"o":"tiada ya"},"state":"SUCCESS"}
  INFO Created new execution [[link execution="#" flowId="subflow-labels-inherited-or-not-child" namespace="uji.subflow-labels-inherited-or-not"]]
t: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","outputs":{"o":"induk tiada"},"state":"SUCCESS"}
  INFO Created new execution [[link execution="#" flowId="subflow-labels-inherited-or-not-child" namespace="uji.subflow-labels-inherited-or-not"]]
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO tiada ya
  INFO induk tiada
labels {"dari":"induk"}
