CREATED RUNNING FAILED
w: CREATED RUNNING FAILED
  outputs {"defaults":true,"value":"tiga"}
  WARN#1 No task found on flow 'uji.switch-no-match-no-defaults.switch-no-match-no-defaults', task 'w', execution '#'
