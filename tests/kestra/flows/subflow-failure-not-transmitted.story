CREATED RUNNING SUCCESS
s: CREATED RUNNING FAILED SUCCESS
  attempts CREATED RUNNING FAILED SUCCESS
  outputs {"executionId":"#","state":"FAILED"}
  INFO Created new execution [[link execution="#" flowId="subflow-failure-not-transmitted-child" namespace="uji.subflow-failure-not-transmitted"]]
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO FAILED SUCCESS
