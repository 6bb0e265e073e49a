CREATED RUNNING SUCCESS
s: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","state":"CREATED"}
  INFO Created new execution [[link execution="#" flowId="subflow-not-waited-for-child" namespace="uji.subflow-not-waited-for"]]
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["executionId","state"] CREATED
