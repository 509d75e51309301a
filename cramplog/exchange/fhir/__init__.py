"""The diary as a FHIR R4 bundle, for health records: what the patient says, and no diagnosis."""
