CREATED RUNNING FAILED
s: CREATED FAILED
  attempts FAILED
  ERROR Unable to find flow 'uji.subflow-missing'.'tiada' with revision '0'
  ERROR#1 Unable to find flow 'uji.subflow-missing'.'tiada' with revision '0'
