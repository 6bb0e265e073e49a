CREATED RUNNING SUCCESS
k: CREATED RUNNING CANCELLED SUCCESS
  attempts CREATED RUNNING CANCELLED SUCCESS
  outputs {"executionId":"#","state":"CANCELLED"}
  INFO Created new execution [[link execution="#" flowId="subflow-cancelled-kill" namespace="uji.subflow-cancelled"]]
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"k":{"executionId":"#","state":"CANCELLED"}}
