CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Key must start with an alphanumeric character (uppercase or lowercase) and can contain alphanumeric characters (uppercase or lowercase), dots (.), underscores (_), and hyphens (-) only.
