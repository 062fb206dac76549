"""The measurements behind scripts/bench: what a reader waits for, side by side with the plain way.

`cells` says what is measured, `targets` what is to be reached; `sites` makes what is compared,
`server` serves it, `chromium` and `firefox` open it, `figures` counts, `__main__` tells.
"""
