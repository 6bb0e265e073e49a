CREATED RUNNING KILLED
k: CREATED RUNNING KILLED
  outputs {"executionId":"#","state":"KILLED"}
  INFO Created new execution [[link execution="#" flowId="subflow-killed-kill" namespace="uji.subflow-killed"]]
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"k":{"executionId":"#","state":"KILLED"}}
