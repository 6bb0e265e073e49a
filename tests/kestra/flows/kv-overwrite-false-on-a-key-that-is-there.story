CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Cannot set value for key 'k'. Key already exists and `overwrite` is set to `false`.
