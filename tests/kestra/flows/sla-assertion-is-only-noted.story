CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
ERROR Ignoring SLA 'cek' because of the error: io.pebbletemplates.pebble.error.PebbleException: Could not perform equals comparison ({{ outputs.a.value == 'y' }}:1)
ERROR Ignoring SLA 'cek' because of the error: io.pebbletemplates.pebble.error.PebbleException: Could not perform equals comparison ({{ outputs.a.value == 'y' }}:1)
WARN SLA 'cek' violated: assertion is false: {{ outputs.a.value == 'y' }}.
labels {"sla":"lewat"}
