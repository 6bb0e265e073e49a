CREATED RUNNING FAILED
a: CREATED FAILED
  attempts FAILED
  ERROR#1 System labels can only be set by Kestra itself, offending label: system.x=y
